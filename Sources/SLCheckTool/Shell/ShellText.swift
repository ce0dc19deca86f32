/// What a shell or a reader of manuals is given, all of it made from the tables of commands
/// and options.
///
/// The manual page stands among the shells since whoever packages the tool needs them
/// together; it is no topic of help, whose topics are commands.
package enum ShellText: String, CaseIterable, Hashable, Sendable {
  case bash, zsh, fish, man

  /// The whole text, with a line break at its end.
  package var text: String {
    switch self {
    case .bash: BashCompletions.text
    case .zsh: ZshCompletions.text
    case .fish: FishCompletions.text
    case .man: ManualPage.text
    }
  }

  /// Puts text between single quotes as bash and zsh read it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: #"'\''"#) + "'"
  }
}
