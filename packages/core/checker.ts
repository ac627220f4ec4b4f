/** Writes `draw-checker.html`, the page by which anybody checks a draw. A test says when it has to be written again. */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { ContentSecurity } from "@dualops/core/pages"
import { CheckerPage } from "@dualops/core/prizes"
import { build } from "esbuild"

/** The page, made of the sources as they are. */
export const page = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("checker.page.ts", import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    // Nothing in a script may look like its end.
    charset: "ascii",
    legalComments: "none"
  })
  return CheckerPage.make(
    (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script").trim(),
    ContentSecurity.policy
  )
}

if (import.meta.main) writeFileSync(new URL("draw-checker.html", import.meta.url), await page())
