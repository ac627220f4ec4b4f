/**
 * The days off and make-up workdays of China, as the General Office of the State Council announced them.
 *
 * When the next year's notice comes out, each November, it becomes one more entry. A notice may reach back into the last
 * days of December before it, as the one for 2019 did; those of the last announced year stand until then.
 *
 * @module
 */
import { fromSchedules, type Holidays, type Schedule } from "./Holidays.ts"

const newYear = { zh: "元旦", en: "New Year's Day" }
const springFestival = { zh: "春节", en: "Spring Festival" }
const qingming = { zh: "清明节", en: "Qingming Festival" }
const labourDay = { zh: "劳动节", en: "Labour Day" }
const dragonBoat = { zh: "端午节", en: "Dragon Boat Festival" }
const midAutumn = { zh: "中秋节", en: "Mid-Autumn Festival" }
const nationalDay = { zh: "国庆节", en: "National Day" }
const nationalDayAndMidAutumn = { zh: "国庆节、中秋节", en: "National Day and Mid-Autumn Festival" }

/**
 * The announced schedules, oldest first.
 *
 * Sources: https://www.gov.cn/zhengce/content/202411/content_6986382.htm (2025) and
 * https://www.gov.cn/zhengce/content/202511/content_7047090.htm (2026).
 */
export const schedules: ReadonlyArray<Schedule> = [
  {
    year: 2025,
    title: "国务院办公厅关于2025年部分节假日安排的通知",
    document: "国办发明电〔2024〕12号",
    announced: "2024-11-12",
    holidays: [
      { name: newYear, first: "2025-01-01", last: "2025-01-01", workdays: [] },
      { name: springFestival, first: "2025-01-28", last: "2025-02-04", workdays: ["2025-01-26", "2025-02-08"] },
      { name: qingming, first: "2025-04-04", last: "2025-04-06", workdays: [] },
      { name: labourDay, first: "2025-05-01", last: "2025-05-05", workdays: ["2025-04-27"] },
      { name: dragonBoat, first: "2025-05-31", last: "2025-06-02", workdays: [] },
      {
        name: nationalDayAndMidAutumn,
        first: "2025-10-01",
        last: "2025-10-08",
        workdays: ["2025-09-28", "2025-10-11"]
      }
    ]
  },
  {
    year: 2026,
    title: "国务院办公厅关于2026年部分节假日安排的通知",
    document: "国办发明电〔2025〕7号",
    announced: "2025-11-04",
    holidays: [
      { name: newYear, first: "2026-01-01", last: "2026-01-03", workdays: ["2026-01-04"] },
      { name: springFestival, first: "2026-02-15", last: "2026-02-23", workdays: ["2026-02-14", "2026-02-28"] },
      { name: qingming, first: "2026-04-04", last: "2026-04-06", workdays: [] },
      { name: labourDay, first: "2026-05-01", last: "2026-05-05", workdays: ["2026-05-09"] },
      { name: dragonBoat, first: "2026-06-19", last: "2026-06-21", workdays: [] },
      { name: midAutumn, first: "2026-09-25", last: "2026-09-27", workdays: [] },
      { name: nationalDay, first: "2026-10-01", last: "2026-10-07", workdays: ["2026-09-20", "2026-10-10"] }
    ]
  }
]

/** Answers for the announced years. */
export const holidays: Holidays = fromSchedules(schedules)
