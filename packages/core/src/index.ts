/**
 * The dual system of a company's Weibo account as code.
 *
 * @module
 */
export * as Moment from "./calendar/Moment.ts"
export * as Bilingual from "./finding/Bilingual.ts"
export * as Finding from "./finding/Finding.ts"
export * as Content from "./internal-system/content/Content.ts"
export * as Pictures from "./internal-system/content/Pictures.ts"
export * as Publisher from "./internal-system/content/Publisher.ts"
export * as Route from "./internal-system/content/Route.ts"
export * as Sighting from "./internal-system/content/Sighting.ts"
