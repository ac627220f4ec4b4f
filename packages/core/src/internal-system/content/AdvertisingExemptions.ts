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

/** For the customer's good, or about use: 最佳食用时间. */
export const consumerAdvice: ReadonlyArray<string> = [
  ..."食用 赏味 饮用 使用 保存 储存 服用 观赏 观看 品尝 睡眠 运动 阅读"
    .split(" ")
    .flatMap((use) => "时间 期限 期 温度 方法 方式 时期".split(" ").map((what) => `最佳${use}${what}`)),
  ..."最佳时间 最佳时机 最佳期限 最佳体重 最佳距离 最低温度 最高温度 最大承重 最大容量 最大功率".split(" ")
]

/** Names of grades in a standard, of prizes and of tested facts; with them goes the proof. */
export const graded: ReadonlyArray<string> = [
  ..."非物质文化遗产 非遗 自然保护区 新区 开发区 高新区 经济技术开发区 贫困县 博物馆 实验室 风景名胜区 森林公园 文物"
    .split(" ")
    .map((grade) => `国家级${grade}`),
  ..."女主角 男主角 女配角 男配角 女演员 男演员 导演 影片 外语片 动画 编剧 剪辑 新人 男歌手 女歌手 球员 射手 阵容 辩手 员工"
    .split(" ")
    .map((award) => `最佳${award}`),
  ..."纯棉 棉 羊毛 羊绒 桑蚕丝 亚麻 果汁 聚酯纤维 全麦".split(" ").map((material) => `100%${material}`),
  ..."世界级文化遗产 顶级域名 最高级别 最高级会议 全能冠军 全能比赛 万能险".split(" ")
]
