import { CallLedgerSuite, InboxSuite } from "@dualops/core/testing"
import { Layer } from "effect"
import { NodeSqlite, SqlCallLedger, SqlInbox } from "../src/index.ts"

const database = NodeSqlite.layer({ filename: ":memory:" })

CallLedgerSuite.suite("SqlCallLedger", SqlCallLedger.layer.pipe(Layer.provide(database)))
InboxSuite.suite("SqlInbox", SqlInbox.layer.pipe(Layer.provide(database)))
