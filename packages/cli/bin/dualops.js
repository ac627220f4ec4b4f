#!/usr/bin/env node
// Stands here before anything is built, so that npm finds what `npx dualops` starts when it installs the repository.
import "../dist/main.js"
