/**
 * Phrases in which a superlative is in order, and what makes them so.
 *
 * Source: 广告绝对化用语执法指南 (State Administration for Market Regulation, notice 6 of 2023). Its exemptions are advice here:
 * whether one holds is a question of fact.
 *
 * @module
 */

/** What a post may speak of in superlatives without speaking of goods. */
const notGoods = `朋友 自己 我们 你 他 她 人 爱 时光 年华 日子 时候 样子 安排 祝福 幸福 心愿 愿望 感受 感觉 区别 优点 缺点 问题 困难
挑战 收获 遗憾 快乐 敌人 安慰 支持 努力 敬意 诚意 善意 温柔 陪伴 回忆 青春 梦想 风景 相遇 告白 运气 勇气 成功 失败 悲哀 原因 可能`

/** What comes first in a row, or in time, and is no rank. */
const firsts = `次 天 步 章 季 期 批 届 集 部 条 句 眼 代 手 段 节 回 幕 轮 周 年 月 日 夜 晚 站 课 线 页 份 件 杯 口 只 场 把 张
壶 泡 遍 趟 顿 盏 碗 瓶 封 首 行 排 层 颗 朵 缕 道 束 站 程 班 个 位 名 百 千 万 副 时间 反应 人称 印象 阶段 感觉 视角 现场 学期 书记 夫人 财经 人民医院 医院 中学 小学`

/** Plain language: an order, a time, an adverb, a name. Nothing is said of these. */
export const ordinary: ReadonlyArray<string> = [
  ...firsts.split(/\s/).map((word) => `第一${word}`),
  ..."次 天 期 集 0 1 2 3 4 5 6 7 8 9".split(" ").map((word) => `第1${word}`),
  ..."别 不 先 能 还是 在 是 要 把 去 带 提前 朋友".split(" ").map((adverb) => `最好${adverb}`),
  ..."大 好 美 高 强 棒 纯粹 甜 酷"
    .split(" ")
    .flatMap((degree) => notGoods.split(/\s/).map((noun) => `最${degree}的${noun}`)),
  ..."最高人民法院 最高人民检察院 最高法 最高检 最高气温 最低气温 最高温 最低温 最高分 最低分 最低工资".split(" "),
  ..."最低生活保障 最低消费 最大限度 最大化 最小化 最优化 三国无双 最大值 最小值 最强大脑 最美好 没有最好 不是最好".split(
    " "
  ),
  ..."绝对值 绝对温度 绝对不能 绝对不要 绝对没有 绝对不会 绝对不是 永久居留 唯一的办法 唯一的缺点 不是唯一".split(" "),
  ..."独家记忆 独家采访 独家报道 独家专访 终极一班 终极一家 王牌对王牌 王牌特工 造血干细胞 入股稳赚".split(" ")
]

/** For the customer's good, or about use: 最佳温度, 最大容量. */
export const consumerAdvice: ReadonlyArray<string> =
  "最佳期限 最佳体重 最低温度 最高温度 最大承重 最大容量 最大功率".split(" ")

/** The same for whatever is done, behind 最佳: at which temperature, time or place it is best to. 最佳冲泡水温, 最佳赏樱点. */
export const optimum =
  /^的?\p{Script=Han}{0,4}?(?:温度|[水室茶油]温|时[间机长期节刻段]|季节|月份|日期|[保赏]\p{Script=Han}?期|比例|浓度|[用水茶]量|研磨度|粗细|角度|位置|机位|距离|姿势|方[式法]|做法|[吃喝泡冲]法|[赏观看拍摄]\p{Script=Han}{0,2}[点位地])/u

/** The same in front of it: 冷藏两小时口感最佳. */
export const condition =
  /(?:[\d一二两三四五六七八九十半]\s?(?:分钟|秒|小时|天内|°c|度)|冷藏|冰镇|加热|趁热|尽快)[^。!?\n]{0,6}$/

/** Official titles behind 国家级, a closed list; what stands between is the field: 国家级生态茶园示范基地. */
export const titles =
  /^\p{Script=Han}{0,8}?(?:(?:产业化|重点)龙头企业|示范[区县市村镇园]|示范基地|产业园|生态农场|茶艺师|评茶[员师]|技师|技能大师|裁判|教练|运动员|工艺(?:美术)?大师|传承人|非物质文化遗产|非遗|自然保护区|新区|开发区|高新区|贫困县|博物馆|实验室|技术中心|研究中心|风景名胜区|森林公园|湿地公园|地质公园|旅游度假区|文物|专精特新|绿色工厂|地理标志|良种场|种质资源)/u

/** Prizes behind 最佳. */
export const awards =
  /^(?:[男女](?:主角|配角|演员|歌手)|导演|影片|外语片|动画|编剧|剪辑|摄影|配乐|新人|球员|射手|门将|教练|阵容|辩手|员工|雇主|\p{Script=Han}{1,6}奖(?![励品]))/u

/** Names of grades in a standard and of tested facts; with them goes the proof. */
export const graded: ReadonlyArray<string> = [
  ..."纯棉 棉 羊毛 羊绒 桑蚕丝 亚麻 果汁 聚酯纤维 全麦".split(" ").map((material) => `100%${material}`),
  ..."世界级文化遗产 顶级域名 最高级别 最高级会议 全能冠军 全能比赛 万能险".split(" ")
]
