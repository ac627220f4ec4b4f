export { default } from "../../tsup.chapters.ts"
