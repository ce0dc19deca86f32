import Basics
import SLCheckTool

CurrentProcess.exit(Tool.run(CurrentProcess.arguments))
