/**
 * The program in one piece, beside the modules that every package is built as: a start reads a handful of files in the place of five hundred.
 * What other packages it has in it stands there too, with their licences.
 *
 * @module
 */
// @ts-expect-error -- has types, which its exports do not name.
import license from "esbuild-plugin-license"
import { defineConfig } from "tsup"

/** What the plugin tells of a package. */
interface Dependency {
  readonly licenseText: string
  readonly packageJson: { readonly name: string; readonly version: string; readonly license?: string }
}

const notice = ({ licenseText, packageJson: { name, version, license } }: Dependency): string =>
  `${name} ${version} (${license})\n\n${licenseText}\n`

export default defineConfig({
  entry: { dualops: "src/main.ts" },
  outDir: "dist/program",
  format: ["esm"],
  target: "node22",
  splitting: true,
  // From the sources of core, of which only what is used goes along.
  esbuildOptions: (options) => {
    options.conditions = ["dualops:source"]
  },
  removeNodeProtocol: false,
  // Drawing is for pages only and larger than all of the rest: it stays where npm has put it. So does what runs a house: it shares what it is made of
  // with the practices and carriers of the house's own. What reads and writes workbooks does as well: the names of its parts are no names of packages, which
  // the notice of licences asks for.
  external: ["@dualops/cli/run", /^(?:read|write)-excel-file\//],
  noExternal: [/^(?!beautiful-mermaid$|@dualops\/cli\/run$|(?:read|write)-excel-file\/)/],
  // Modules of CommonJS ask for those of Node in their own way.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  esbuildPlugins: [
    license({
      thirdParty: {
        output: {
          file: "../LICENSES.txt",
          template: (dependencies: ReadonlyArray<Dependency>) => dependencies.map(notice).join("\n---\n\n")
        }
      }
    })
  ]
})
