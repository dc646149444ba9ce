// Colours of the page's theme, and mixing, so that a scene's colours read on a light and on a dark ground.

type Rgb = readonly [number, number, number];

export interface Theme {
  ground: string;
  text: string;
  quiet: string;
  accent: string;
  font: string;
  dark: boolean;
}

function parse(colour: string): Rgb {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  if (hex) {
    const value = parseInt(hex, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const [red = 128, green = 128, blue = 128] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

const MOST_KEPT = 2000;
const kept = new Map<string, string>(); // a large graph asks for the same few colours again and again

/** `share` (0 to 1) of `other` mixed into `colour`, as #rrggbb. */
export function mix(colour: string, other: string, share: number): string {
  const key = `${colour} ${other} ${share}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size > MOST_KEPT) kept.clear();
  const mixed = mixedAnew(colour, other, share);
  kept.set(key, mixed);
  return mixed;
}

function mixedAnew(colour: string, other: string, share: number): string {
  const [from, to] = [parse(colour), parse(other)];
  const mixed = from.map((value, i) => Math.round(value + ((to[i] ?? value) - value) * share));
  return "#" + mixed.map((value) => value.toString(16).padStart(2, "0")).join("");
}

function lightness(colour: string): number {
  const [red, green, blue] = parse(colour);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Read what the style sheet resolved on the host, which takes Streamlit's theme variables. */
export function themeOf(host: HTMLElement, accentOf: HTMLElement): Theme {
  const style = getComputedStyle(host);
  const [ground, text] = [mix(style.backgroundColor, "#000000", 0), mix(style.color, "#000000", 0)];
  return {
    ground,
    text,
    quiet: mix(text, ground, 0.4),
    accent: mix(getComputedStyle(accentOf).color, "#000000", 0),
    font: style.fontFamily,
    dark: lightness(ground) < 0.5,
  };
}

/** A scene's colour as it reads on this ground: a little lighter on a dark one. */
export function onGround(colour: string, theme: Theme): string {
  return theme.dark ? mix(colour, "#ffffff", 0.28) : mix(colour, colour, 0);
}

/** A link's colour on this ground: quieter on a dark one, where light lines glare, and quieter the more links there are. */
export function linkOnGround(colour: string, theme: Theme, links: number): string {
  const crowd = Math.min(0.6, Math.max(0, Math.log10(links / 150) * 0.3));
  return mix(colour, theme.ground, Math.max(crowd, theme.dark ? 0.6 : 0));
}
