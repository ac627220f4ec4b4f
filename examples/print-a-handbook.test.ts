import { Practices } from "@dualops/core/practices"
import { Diagram } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { handbook } from "./overnight/House.ts"
import { html, markdown } from "./print-a-handbook.ts"

const processes = Practices.processes(Practices.runBy(handbook))
/** Each process by itself, and how they hang together, where they do. */
const pictures = processes.length + (Diagram.family(processes) === undefined ? 0 : 1)

describe("the printed handbook of 星河茶饮", () => {
  it("is one file that fetches nothing, with pictures of processes and hours in each language", () => {
    assert.strictEqual(html.split("<svg").length - 1, (pictures + 1) * 2)
    assert.notMatch(html, /@import|(src|href)="(?!#)/)
    assert.include(html, 'class="heat"')
  })

  it("says the same in Markdown, with the processes as Mermaid", () => {
    assert.strictEqual(markdown.split("```mermaid").length - 1, pictures)
    assert.include(markdown, "## 谁在什么时候值守")
    assert.notInclude(markdown, "undefined")
  })
})
