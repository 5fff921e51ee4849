const minus = "−";

/** A figure with so many decimals and a real minus sign. */
export const figure = (value: number, decimals = 2): string =>
  value < 0 && Number(value.toFixed(decimals)) !== 0
    ? `${minus}${Math.abs(value).toFixed(decimals)}`
    : Math.abs(value).toFixed(decimals);

/** A difference, always with its sign. */
export const difference = (value: number, decimals = 2): string => {
  const text = figure(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
};

/** A probability, never as nought: "0.031", "below 0.001". */
export const probability = (p: number): string => (p < 0.001 ? "below 0.001" : p.toFixed(3));
