/**
 * What people write beside a step: why it is taken, and what somebody should know. Forms call it by its label.
 *
 * @module
 */
import { Schema } from "effect"
import * as Label from "./Label.ts"

/** Why a step is taken. */
export const Reason = Schema.NonEmptyString.annotate(Label.of({ zh: "理由", en: "reason" }))

const note = Label.of({ zh: "说明", en: "note" })

/** What somebody should know. */
export const Note = Schema.NonEmptyString.annotate(note)

/** What somebody should know; it may be left empty. */
export const MaybeNote = Schema.String.annotate(note)
