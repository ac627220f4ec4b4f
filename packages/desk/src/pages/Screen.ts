/**
 * What somebody is shown, as a value: a page like a printed one, what has just happened, and a form.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import type { Markup, Page } from "@dualops/core/pages"

/** A page to be shown. */
export interface Screen {
  readonly status: number
  readonly title: Bilingual.Bilingual
  readonly under: ReadonlyArray<Page.Text>
  /** What has just happened, or is wrong. */
  readonly notice: Page.Card | undefined
  readonly form: Markup.Markup | undefined
  readonly sections: ReadonlyArray<Page.Section>
  /** Whether it is read anew when something happens. */
  readonly follows: boolean
}

/** A page that is nothing but its sections. */
export const of = (title: Bilingual.Bilingual, sections: ReadonlyArray<Page.Section>): Screen => ({
  status: 200,
  title,
  under: [],
  notice: undefined,
  form: undefined,
  sections,
  follows: false
})

/** There is nothing to be seen: what there is not, and what the person may not see, are told alike. */
export const notFound: Screen = {
  ...of({ zh: "没有这一页", en: "There is no such page" }, []),
  status: 404,
  under: [{ zh: "它不存在，或者你看不到它。", en: "It does not exist, or you do not see it." }]
}
