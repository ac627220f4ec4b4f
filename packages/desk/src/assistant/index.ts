/**
 * An assistant as a colleague: the desk as a server of the Model Context Protocol. Over HTTP the desk serves it by itself, at `/mcp`.
 *
 * @module
 */
export * as Assistant from "./Assistant.ts"
export * as AssistantStdio from "./AssistantStdio.ts"

// What these are made of.

export * as Answers from "./Answers.ts"
export * as Quoted from "./Quoted.ts"
export * as Tool from "./Tool.ts"
export * as ToolName from "./ToolName.ts"
export * as ToolSchema from "./ToolSchema.ts"
export * as Visible from "./Visible.ts"
