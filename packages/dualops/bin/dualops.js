#!/usr/bin/env node
// Whoever installs `dualops` has the command as well.
import "@dualops/cli/command"
