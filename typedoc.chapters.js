/**
 * The chapters of the pages about a package are its folders: what it exports stands in the chapter in which it is written.
 *
 * @module
 */
import { dirname, relative } from "node:path"
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc"

/** Called by typedoc. */
export const load = ({ converter }) => {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const entry of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      for (const exported of entry.children ?? []) {
        const chapter = relative(folderOf(context, entry), folderOf(context, exported))
        if (chapter === "") continue
        exported.comment ??= new Comment()
        exported.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: chapter }]))
      }
    }
  })
}

const folderOf = (context, reflection) =>
  dirname(context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName ?? "")
