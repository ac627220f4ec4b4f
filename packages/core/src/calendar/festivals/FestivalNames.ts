/**
 * The festivals by their names, in the order of a year, without the library that knows their dates.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"

const named = (zh: string, en: string): Bilingual => ({ zh, en })

/** What people call the festivals. */
export const titles = {
  "new-year": named("元旦", "New Year's Day"),
  laba: named("腊八节", "Laba Festival"),
  "little-new-year": named("小年", "Little New Year"),
  "new-years-eve": named("除夕", "Chinese New Year's Eve"),
  "spring-festival": named("春节", "Spring Festival"),
  "lantern-festival": named("元宵节", "Lantern Festival"),
  "valentines-day": named("情人节", "Valentine's Day"),
  "womens-day": named("妇女节", "Women's Day"),
  qingming: named("清明节", "Qingming Festival"),
  "labour-day": named("劳动节", "Labour Day"),
  "youth-day": named("青年节", "Youth Day"),
  "childrens-day": named("儿童节", "Children's Day"),
  "dragon-boat": named("端午节", "Dragon Boat Festival"),
  qixi: named("七夕", "Qixi Festival"),
  "teachers-day": named("教师节", "Teachers' Day"),
  "mid-autumn": named("中秋节", "Mid-Autumn Festival"),
  "national-day": named("国庆节", "National Day"),
  "double-ninth": named("重阳节", "Double Ninth Festival"),
  "double-eleven": named("双十一", "Double Eleven"),
  "winter-solstice": named("冬至", "Winter Solstice"),
  christmas: named("圣诞节", "Christmas")
} as const satisfies Readonly<Record<string, Bilingual>>

/** The name of a festival. */
export type FestivalId = keyof typeof titles

/** The names of the festivals. */
// The keys of a literal are its names.
export const ids = Object.keys(titles) as ReadonlyArray<FestivalId>
