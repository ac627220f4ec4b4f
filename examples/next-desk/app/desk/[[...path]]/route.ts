/**
 * The desk of a house below `/desk` of a Next.js application: whatever is asked for there, the one handler answers.
 *
 * @module
 */
import { desk } from "../../../desk.ts"

// #region route
const answer = async (request: Request) => (await desk())(request)

export { answer as DELETE, answer as GET, answer as HEAD, answer as POST }
// #endregion
