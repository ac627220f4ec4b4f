/**
 * The form of a step: what it asks for, with what was typed, and what makes sure that it is sent once, by this person, on the state that they saw.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Blocks, Markup, type Page } from "@dualops/core/pages"
import { Face, Process } from "@dualops/core/process"
import * as FromHere from "../door/FromHere.ts"
import * as Fields from "../form/Fields.ts"
import type { Told } from "../form/Filled.ts"
import * as Form from "../form/Form.ts"
import { framesFor, type Visit } from "./Visit.ts"

const { html } = Markup
const { both } = Blocks

/** What the form is for. */
export interface Asking {
  readonly process: Process.Any
  readonly step: string
  /** The address that it is sent to. */
  readonly action: string
  /** How many events the case has that the person sees; nothing where a case begins. */
  readonly version: number | undefined
  /** The accounts that it may be for. */
  readonly accounts: ReadonlyArray<string>
  /** What else is asked, before the fields of the step. */
  readonly first?: Markup.Markup
  /** The key of the order: the same for as long as it is the same order. */
  readonly key: string
  /** Whether what is written can be checked before it is sent. */
  readonly isCheckable?: boolean
}

/** What it is filled in with, and what is wrong. */
export interface Filling {
  readonly told: Told
  readonly wrong: ReadonlyMap<string, ReadonlyArray<Bilingual.Bilingual>>
  /** What a check of it has found. */
  readonly checked?: ReadonlyArray<Page.Card>
}

/** Nothing is filled in. */
export const empty: Filling = { told: new URLSearchParams(), wrong: new Map() }

/** The names of what a form sends beside its fields. */
export const names = {
  token: "token",
  key: "key",
  version: "version",
  account: "of.account",
  input: "input",
  check: "check"
} as const

/** The fields of a step. */
export const fieldsOf = (process: Process.Any, step: string) => Fields.of(Process.inputOf(process, step))

/** The form. */
export const of = (visit: Visit, asking: Asking, { checked, told, wrong }: Filling): Markup.Markup => {
  const { accounts, action, first, key, process, step, version } = asking
  const { address, at, house, person } = visit
  const fields = fieldsOf(process, step)
  const token = FromHere.token(house.secret, person.person, at)
  const filling = {
    told,
    wrong,
    language: address.language,
    known: { account: accounts },
    names: visit.names,
    frames: framesFor(visit)
  }
  const brings = filling.frames.isTaken && Fields.pictures(fields, names.input).length > 0
  return html`<form class="step" method="post" action="${action}" id="form" accept-charset="utf-8"${brings ? html` enctype="multipart/form-data"` : undefined}>
${hidden(names.token, token)}${hidden(names.key, key)}${version === undefined ? undefined : hidden(names.version, String(version))}${first}${
  version === undefined && accounts.length > 1 && !namesAccount(process, step)
    ? Form.controls([accountField], "of", filling)
    : undefined
}${Form.controls(fields, names.input, filling)}${asking.isCheckable === true ? found(checked ?? []) : undefined}
<div class="ways"><button type="submit" class="main">${both(Face.step(process, step))}</button>${
    asking.isCheckable === true
      ? html`<button type="submit" name="${names.check}" value="1" formnovalidate>${both(check)}</button>`
      : undefined
  }</div>
</form>`
}

const check = { zh: "检查", en: "Check" }

/** What was found, where readers of screens hear of it when it changes. */
const found = (cards: ReadonlyArray<Page.Card>) =>
  html`<div class="check" id="check" role="status">${cards.length === 0 ? undefined : Blocks.block({ kind: "cards", cards })}</div>`

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`

const accountField = {
  name: "account",
  label: { zh: "账号", en: "account" },
  hint: undefined,
  isOptional: false,
  shape: { kind: "text", isLong: false, mayBeEmpty: false, of: "account" }
} as const

const namesAccount = (process: Process.Any, step: string): boolean =>
  fieldsOf(process, step).some(({ shape }) => shape.kind === "text" && shape.of === "account")
