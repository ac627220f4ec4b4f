/**
 * A page as Markdown, in one language. Every text is escaped: none makes a heading, a link, a tag or a cell of its own.
 *
 * @module
 */
import type { Language } from "../finding/Bilingual.ts"
import * as ChartTable from "../page/ChartTable.ts"
import { type Block, type Inline, type Page, pieces, type Section, type Text } from "../page/Page.ts"

/** The page as Markdown. */
export const render = (page: Page, language: Language): string => {
  const parts = [
    `# ${escaped(page.title[language])}`,
    ...page.under.map((text) => line(text, language)),
    ...page.sections.map((section) => sectionOf(section, language))
  ]
  return `${parts.join("\n\n")}\n`
}

/**
 * A text that stays a text in Markdown: on one line, with a backslash before every mark that could mean something where it stands. Letters,
 * digits, Han characters and their punctuation stand as they are. What some renderer would make a link of, a web address, a host or a mail
 * address, is code: renderers look for those in what escapes have become as well, and never in code.
 */
export const escaped = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim()
  let [done, at] = ["", 0]
  for (const { 0: found, index } of line.matchAll(address)) {
    done += `${marked(line.slice(at, index))}\`${found}\``
    at = index + found.length
  }
  return `${done}${marked(line.slice(at))}`
    .replace(/^[-+=#]/, "\\$&")
    .replace(/^(\d+)(?=[.)])/, "$1\\")
    .replace(/#$/, "\\#")
}

const marked = (text: string): string =>
  text
    .replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    // Underscores between letters or digits are letters.
    .replace(/[\\`*[\]{}|~$^]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")

/** What may stand in a part of a host name. Lengths are bounded, so that looking takes time in proportion to the text. */
const letter = "(?:[^\\p{P}\\p{Z}\\p{Cc}`|<>]|[-_])"
const address = new RegExp(
  `(?:${[
    // With a scheme, or with that of wherever it is shown.
    "(?:[a-z][a-z\\d+.-]{0,30}:)?//[^\\s`|]*",
    "www\\.[^\\s`|]*",
    `[\\w!#$%&'*+/=?^{}~.,;:"-]{1,64}@${letter}{0,63}(?:\\.${letter}{1,63})+`,
    // A host: its last part has a letter, as 9.9 has not.
    `(?:${letter}{1,63}\\.){1,20}(?=${letter}{0,62}\\p{L})${letter}{1,63}`
  ].join("|")})+`,
  "giu"
)

const sectionOf = ({ blocks, title }: Section, language: Language): string =>
  [`## ${escaped(title[language])}`, ...blocks.map((block) => blockOf(block, language))].join("\n\n")

const blockOf = (block: Block, language: Language): string => {
  const say = (text: Text) => line(text, language)
  switch (block.kind) {
    case "text":
      return say(block.text)
    case "tiles":
      return block.tiles.map(({ figure, label }) => `- **${escaped(figure)}** ${say(label)}`).join("\n")
    case "list":
      return block.items.map((item) => `${block.ordered === true ? "1." : "-"} ${say(item)}`).join("\n")
    case "facts":
      return block.facts.map(([name, text]) => `- **${say(name)}** ${say(text)}`).join("\n")
    case "cards":
      return block.cards
        .map(({ lines, quote, title }) =>
          [
            `- ${say(title)}`,
            ...(quote === undefined ? [] : [`  - ${say(quote)}`]),
            ...lines.map((one) => `  - ${say(one)}`)
          ].join("\n")
        )
        .join("\n")
    case "table":
      return table(
        block.columns.map(say),
        block.rows.map((row) => row.map(say))
      )
    case "chart":
      return [`**${say(block.chart.title)}**`, blockOf(ChartTable.of(block.chart), language)].join("\n\n")
    case "diagram":
      return `${say(block.caption)}\n\n\`\`\`mermaid\n${block.mermaid[language].replaceAll("`", "'").trimEnd()}\n\`\`\``
    case "hours":
      return [
        say(block.caption),
        table(
          ["", ...block.days.map(say)],
          block.rows.map(({ name, stretches }) => [
            escaped(name),
            ...block.days.map((_, day) =>
              stretches
                .filter(({ from, until }) => from < (day + 1) * 24 && day * 24 < until)
                .map(
                  ({ from, until }) => `${hour(Math.max(from - day * 24, 0))}–${hour(Math.min(until - day * 24, 24))}`
                )
                .join(", ")
            )
          ])
        )
      ].join("\n\n")
    case "pictures":
      return block.pictures.map(({ name, text }) => `- ${say(name)} ${say(text)}`).join("\n")
    case "group":
      return [`### ${say(block.title)}`, ...block.blocks.map((one) => blockOf(one, language))].join("\n\n")
  }
}

const table = (columns: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")

const line = (text: Text, language: Language): string =>
  pieces(text)
    .map((piece) => inline(piece, language))
    .join(" ")

const inline = (piece: Inline, language: Language): string => {
  if (typeof piece === "string") return escaped(piece)
  if ("zh" in piece) return escaped(piece[language])
  if ("strong" in piece) return `**${line(piece.strong, language)}**`
  if ("to" in piece) return line(piece.link, language)
  return "code" in piece ? escaped(piece.code) : `**${line(piece.badge, language)}**`
}

/** An hour of a day with its minutes: 9.5 is 09:30. */
export const hour = (hours: number): string => {
  const minutes = Math.round(hours * 60)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":")
}
