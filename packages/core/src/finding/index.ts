/**
 * What a check says: where, what was expected and how it is mended, in Chinese and English; as text, JSON and SARIF.
 *
 * @module
 */
export * as Bilingual from "./Bilingual.ts"
export * as CsvCell from "./CsvCell.ts"
export * as Expected from "./Expected.ts"
export * as Finding from "./Finding.ts"
export * as FindingText from "./FindingText.ts"
export * as Label from "./Label.ts"
export * as Name from "./Name.ts"
export * as Nearest from "./Nearest.ts"
export * as Sarif from "./Sarif.ts"
export * as SchemaFindings from "./SchemaFindings.ts"
