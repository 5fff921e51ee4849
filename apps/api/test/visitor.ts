/** A browser as far as signing in needs one: it keeps cookies by host, and follows redirects on word. */
export interface Visitor {
  /** Asks once, with the cookies of that host behind those that are given. */
  readonly ask: (address: string, init?: RequestInit) => Promise<Response>;
  /** Goes to an address and wherever it leads, until something else than a redirect answers or the address matches. */
  readonly follow: (address: string, until?: (address: string) => boolean) => Promise<string>;
  readonly cookieFor: (host: string) => string;
}

const mostRedirects = 20;

/**
 * Opens a browser with no cookies.
 *
 * @param hosts where requests to a host really go, by its origin
 */
export const openVisitor = (hosts: Readonly<Record<string, string>> = {}): Visitor => {
  const jars = new Map<string, Map<string, string>>();
  const cookieFor = (host: string): string =>
    [...(jars.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask: Visitor["ask"] = async (address, init = {}) => {
    const { origin, host } = new URL(address);
    const headers = new Headers(init.headers);
    const cookies = [headers.get("cookie") ?? "", cookieFor(host)].filter((cookie) => cookie !== "");
    if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
    const real = address.replace(origin, hosts[origin] ?? origin);
    const response = await fetch(real, { ...init, headers, redirect: "manual" });
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const [name = "", ...value] = pair.split("=");
      if (/max-age=0|expires=Thu, 01 Jan 1970/iu.test(set)) jar.delete(name);
      else jar.set(name, value.join("="));
    }
    return response;
  };
  return {
    ask,
    cookieFor,
    follow: async (address, until = () => false) => {
      let here = address;
      for (let hop = 0; hop < mostRedirects; hop += 1) {
        if (until(here)) return here;
        const response = await ask(here);
        await response.body?.cancel();
        const next = response.headers.get("location");
        if (next === null) return here;
        here = new URL(next, here).href;
      }
      throw new Error(`There was no end of redirects at ${here}`);
    },
  };
};
