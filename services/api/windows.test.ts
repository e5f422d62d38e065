import { windowsContract } from "#tests/support/windows-contract";
import { MemoryWindows } from "./windows.ts";

windowsContract("Memory", async () => new MemoryWindows());
