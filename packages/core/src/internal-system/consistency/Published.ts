/**
 * A post that is out, as far as it is looked at for whether the account sounds and shows itself as it wants to.
 *
 * @module
 */
import type { PersonId } from "../../process/Actor.ts"
import type { Content } from "../content/Content.ts"
import type { CategoryId } from "../content/ContentMix.ts"

/** A post that is out. */
export interface Published {
  readonly content: Content
  /** Who wrote it; nothing where that is not known. */
  readonly writer?: PersonId
  /** Which category of the mix it belongs to; nothing where nobody has said so. */
  readonly category?: CategoryId
}
