/** Milliseconds of the processor that something takes here: what else the machine does meanwhile is not counted. */
export const costOf = (work: () => void): number => {
  const before = process.threadCpuUsage()
  work()
  const { system, user } = process.threadCpuUsage(before)
  return (system + user) / 1000
}
