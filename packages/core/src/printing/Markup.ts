/**
 * HTML whose holes are safe: whatever is put into one is text, unless it is itself markup made here.
 *
 * @module
 */

/** A piece of HTML. */
export class Markup {
  /** The HTML as it is written into a file. */
  readonly html: string
  /** Takes the HTML as it stands; only for what no person has written. */
  constructor(html: string) {
    this.html = html
  }
}

/** What a hole of a template can hold. */
export type Hole = string | number | undefined | Markup | ReadonlyArray<Hole>

/** A template: `html\`<p>${text}</p>\``. Attributes stand in double quotes. */
export const html = (parts: TemplateStringsArray, ...holes: ReadonlyArray<Hole>): Markup =>
  new Markup(parts.map((part, index) => part + filled(holes[index])).join(""))

const filled = (hole: Hole): string => {
  if (hole === undefined) return ""
  if (hole instanceof Markup) return hole.html
  return typeof hole === "object" ? hole.map(filled).join("") : escaped(String(hole))
}

/** A text that stays a text, also between double or single quotes. Characters that HTML does not know are left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`)
