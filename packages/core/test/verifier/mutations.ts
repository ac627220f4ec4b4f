/** Every way to break the worked handbook. */
import type { Draft, Mutation } from "./broken.ts"
import * as Campaigns from "./brokenCampaigns.ts"
import * as Crises from "./brokenCrises.ts"
import * as Fans from "./brokenFans.ts"
import * as Teams from "./brokenTeams.ts"
import * as Work from "./brokenWork.ts"

/** Every way that there is. */
export const of = (worked: Draft): ReadonlyArray<Mutation> => [
  ...Teams.mutations(worked),
  ...Work.mutations(worked),
  ...Fans.mutations(),
  ...Campaigns.mutations(),
  ...Crises.mutations()
]
