/**
 * A content plan as a calendar (iCalendar, RFC 5545), for the apps in which people look at their days. An entry has the same UID in every plan that
 * has it, so that a later file replaces what an app has of an earlier one.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual, Language } from "../../finding/Bilingual.ts"
import type { ContentPlan } from "../../internal-system/content-plan/ContentPlan.ts"
import { component, lines, plain, property, utc } from "../../internal-system/team/ical/Jcal.ts"
import { called, firmness, type Named, reason } from "./PlanTable.ts"

/** Whose calendar it is, and when it is written: apps take the later of two. */
export interface Options {
  readonly brand: Bilingual
  readonly account: string
  readonly stamp: Moment
  readonly language?: Language | undefined
}

/** The text of the calendar. Times are moments, which every app shows in its own zone. */
export const write = (plan: ContentPlan, named: Named, { account, brand, language = "zh", stamp }: Options): string => {
  const categories = called(named.mix.categories, language)
  const occasions = called(named.occasions, language)
  const title = language === "zh" ? `${brand.zh}：内容计划` : `${brand.en}: content plan`
  return lines(
    component(
      "vcalendar",
      [
        property("version", "2.0"),
        property("prodid", "-//dualops//content plan//EN"),
        property("calscale", "GREGORIAN"),
        property("method", "PUBLISH"),
        plain("x-wr-calname", title),
        plain("x-wr-timezone", named.timeZone)
      ],
      plan.entries.map((entry) =>
        component("vevent", [
          property(
            "uid",
            `${DateTime.formatIso(entry.slot).replaceAll(/\D/g, "").slice(0, 12)}.${account}.plan@dualops`
          ),
          utc("dtstamp", stamp),
          utc("dtstart", entry.slot),
          // Some apps show nothing of an event without a length.
          utc("dtend", DateTime.add(entry.slot, { minutes: 15 })),
          property(
            "summary",
            [categories(entry.category), ...(entry.occasion === undefined ? [] : [occasions(entry.occasion)])].join(
              " · "
            )
          ),
          property(
            "description",
            [
              firmness[entry.firm][language],
              reason(entry)[language],
              ...(entry.draftBy === undefined
                ? []
                : [`${language === "zh" ? "交稿" : "draft by"} ${DateTime.formatIso(entry.draftBy)}`])
            ].join("\n")
          ),
          property("categories", categories(entry.category)),
          plain("status", entry.firm === "planned" ? "TENTATIVE" : "CONFIRMED"),
          plain("transp", "TRANSPARENT")
        ])
      )
    )
  )
}
