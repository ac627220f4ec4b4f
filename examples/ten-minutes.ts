/**
 * The house of the ten minutes, opened by a program: what waits for lin.
 *
 * @module
 */
// #region ten-minutes
import * as dualops from "dualops"

await using house = await dualops.open({
  handbook: { file: "handbook.yaml" },
  store: { file: "emulator/store.sqlite" }
})
for (const { process, step } of await house.desk("lin")) console.log(process, step)
// #endregion
