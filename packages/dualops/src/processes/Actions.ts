/**
 * What the processes of the house ask for: `carrier(actions.publish, async ({ content }) => …)`.
 *
 * @module
 */
import { Post } from "@dualops/core/content"
import { ReplyCarriers } from "@dualops/core/interaction"
import { Notify } from "@dualops/core/process"

/** Telling a person something: every house has somebody to tell, so every worker needs a carrier for it. */
export const notify = Notify.notify

/** Publishing a post; never twice. */
export const publish = Post.publish
/** Looking whether a post is out, where that is not known. */
export const look = Post.look
/** Taking a post down. */
export const takeDown = Post.takeDown
/** Looking whether a post is gone, where that is not known. */
export const lookWhetherGone = Post.lookWhetherGone

/** Answering a fan under a post; never twice. */
export const reply = ReplyCarriers.reply
/** Looking whether an answer is out, where that is not known. */
export const lookForReply = ReplyCarriers.look
