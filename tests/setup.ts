// Every test file works in a folder of its own, whatever it imports first.
import "./support/mall.ts";
