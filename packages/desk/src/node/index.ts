/**
 * The bridge to `node:http`, and to whatever is made of it: Express, Connect, Next.
 *
 * @module
 */
export * as FolderPictures from "./FolderPictures.ts"
export * as NodeDesk from "./NodeDesk.ts"
export * as NodeStdio from "./NodeStdio.ts"
