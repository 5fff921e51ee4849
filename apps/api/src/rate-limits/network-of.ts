import { isIPv4, isIPv6 } from "node:net";

const groupsOfNetwork = 4;
const allGroups = 8;

/**
 * What an address is counted by: an IPv4 address itself, of an IPv6 address its first 64 bits, since whoever has one
 * address of such a network has all 2^64 of them.
 *
 * @example networkOf("2001:db8:1:2:3:4:5:6") // "2001:db8:1:2"
 */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(?<v4>[\d.]+)$/iu.exec(address)?.groups?.["v4"];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  // An IPv4 tail stands for the last two groups, which are not part of the network.
  const [head = "", tail] = plain.replace(/[\d.]+\.[\d.]+$/u, "0:0").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: allGroups - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after]
    .slice(0, groupsOfNetwork)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
};
