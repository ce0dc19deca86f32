import Basics

/// Puts text that was typed or read between quotation marks, safe to show.
func quoted(_ text: String) -> String { "\"" + VisibleText.escaping(text) + "\"" }
