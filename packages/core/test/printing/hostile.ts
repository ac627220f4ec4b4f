/**
 * Texts that want to be more than text, and a page that has one in every place where a text can stand.
 *
 * @module
 */
import type { Page } from "@dualops/core/pages"
import * as fc from "fast-check"

const attacks = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "](javascript:alert(1))",
  "[x](javascript:alert(1))",
  "![x](data:text/html,<script>)",
  "<javascript:alert(1)>",
  "https://evil.example <https://evil.example>",
  "| a | b |\n| --- | --- |\n| c | d |",
  "\n\n# heading\n\n- item\n1. one\n\n---\n\n> quote",
  "```\ncode\n```",
  "`code` **bold** _it_ ~~no~~",
  "</style></title></textarea><svg onload=alert(1)>",
  "<!-- --><![CDATA[x]]><?php ?>",
  "&lt;b&gt; &#60;b&#62; &amp;",
  "$x$ $$y$$ \\(z\\) \\",
  "[^1]: note\n[a]: javascript:x",
  "- [ ] task",
  "1. one",
  "+ plus",
  "=====\n-----",
  "亲们\u202e倒过来\u0000\u0007"
]

/** Pieces of attacks, glued together and to anything else. */
export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string(), fc.string({ unit: "grapheme" })), {
    minLength: 1,
    maxLength: 4
  })
  .map((parts) => parts.join(""))

/** A page with this text in every place. Marks before and after keep it from being empty. */
export const pageOf = (text: string): Page.Page => {
  const both = { zh: `甲${text}乙`, en: `a${text}b` }
  const line: Page.Text = [text, both, { strong: text }, { code: text }, { badge: both, tone: "bad" }]
  return {
    title: both,
    eyebrow: both,
    under: [text, line],
    sections: [
      {
        id: "all",
        title: both,
        count: 1,
        blocks: [
          { kind: "text", text: line },
          { kind: "tiles", tiles: [{ figure: text, label: both, tone: "plain" }] },
          { kind: "list", items: [text, line], ordered: true },
          { kind: "list", items: [text, line] },
          { kind: "facts", facts: [[both, line]] },
          { kind: "cards", cards: [{ title: line, lines: [line, text], quote: both, tone: "warn" }] },
          { kind: "table", columns: [both, both], rows: [[line, text]] },
          { kind: "diagram", mermaid: both, caption: both },
          { kind: "group", title: line, blocks: [{ kind: "list", items: [text] }] },
          {
            kind: "hours",
            caption: both,
            days: [both],
            rows: [{ name: text, stretches: [{ from: 1, until: 2, label: both }] }]
          }
        ]
      }
    ]
  }
}
