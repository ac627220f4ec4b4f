/**
 * The bridge to `node:http`, and to whatever is made of it: Express, Connect, Next; and everybody's desk on one machine.
 *
 * @module
 */

export * as FolderPictures from "./FolderPictures.ts"
export * as LocalDesks from "./LocalDesks.ts"
export * as NodeDesk from "./NodeDesk.ts"
export * as NodeStdio from "./NodeStdio.ts"
