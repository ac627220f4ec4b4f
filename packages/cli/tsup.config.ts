export { default } from "../../tsup.modules.ts"
