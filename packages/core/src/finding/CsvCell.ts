/**
 * A text as one cell of a CSV file that people open in a spreadsheet (RFC 4180): no spreadsheet runs it, and none takes a sign in it for the end of a cell.
 *
 * What looks like a formula gets an apostrophe in front (OWASP, CSV injection). Some spreadsheets overlook blanks and signs without width before they look, and take
 * full-width signs for others; so it is judged as they read it. Blanks at its ends are kept by quotation marks.
 *
 * @module
 */

/** The text as a cell. */
export const of = (text: string): string => {
  const harmless = isRun(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Whether a spreadsheet could take the text for a formula. */
const isRun = (text: string): boolean => /^[\t\r]/.test(text) || /^[\s\p{C}]*[=+\-@]/u.test(text.normalize("NFKC"))
