/**
 * Pictures: what a case has of one, where its bytes are kept, and how they are read.
 *
 * @module
 */
export * as Picture from "./Picture.ts"
export * as PictureShelf from "./PictureShelf.ts"
export * as Pictures from "./Pictures.ts"
