/**
 * Pages for people: the handbook, the hand-over, findings and changes, as HTML and Markdown; what fans wrote stays harmless.
 *
 * @module
 */

export * as CaseLines from "../page/CaseLines.ts"
export * as Page from "../page/Page.ts"
export * as Blocks from "./Blocks.ts"
export * as ChangesPage from "./ChangesPage.ts"
export * as ContentSecurity from "./ContentSecurity.ts"
export * as Drawing from "./Drawing.ts"
export * as FindingsPage from "./FindingsPage.ts"
export * as HandbookPage from "./HandbookPage.ts"
export * as HandOverPage from "./HandOverPage.ts"
export * as Html from "./Html.ts"
export * as Markdown from "./Markdown.ts"
export * as Markup from "./Markup.ts"

// What these are made of.

export * as ClockText from "../page/ClockText.ts"
export * as ReportPage from "../page/ReportPage.ts"
export * as DrawnPage from "./DrawnPage.ts"
export * as Style from "./Style.ts"
