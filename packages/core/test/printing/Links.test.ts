import { Blocks, ContentSecurity, Html, Markdown, type Page } from "@dualops/core/pages"
import { assert, describe, it } from "@effect/vitest"

const pageOf = (to: string): Page.Page => ({
  title: { zh: "页", en: "page" },
  eyebrow: { zh: "上", en: "above" },
  under: [{ link: "go there", to }],
  sections: []
})

describe("A text that leads somewhere", () => {
  it("is a link to an address of the same house, and the text alone to any other", () => {
    for (const to of ["/zh/cases/Post/1", "#now"]) assert.include(Html.render(pageOf(to)), `<a href="${to}">`)
    for (const to of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "x"]) {
      const html = Blocks.line({ link: "go there", to }).html
      assert.notInclude(html, "<a", to)
      assert.include(html, "go there")
    }
  })

  it("is the text alone in Markdown", () => {
    assert.include(Markdown.render(pageOf("/zh"), "en"), "go there")
    assert.notInclude(Markdown.render(pageOf("/zh"), "en"), "/zh")
  })
})

describe("The policy of a page", () => {
  it("lets a served page send its forms to where it came from, and a printed one send none", () => {
    const own = { scripts: ["1"], styles: [] }
    assert.include(
      ContentSecurity.policy({ ...own, isServed: true }),
      "form-action 'self'; connect-src 'self'; frame-ancestors 'none'"
    )
    const printed = ContentSecurity.policy(own)
    assert.include(printed, "form-action 'none'")
    assert.notInclude(printed, "'self'")
  })
})
