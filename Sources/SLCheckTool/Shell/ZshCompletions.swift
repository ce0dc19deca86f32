/// The completions of zsh: a file of its function path, or one that is read by source.
enum ZshCompletions: Sendable {
  /// The script.
  static var text: String {
    """
    #compdef slcheck
    # zsh completion of slcheck; written by: slcheck completions zsh

    _slcheck_commands() {
      local -a commands
      commands=(
    \(commands)
      )
      _describe -t commands command commands
    }

    _slcheck_first() {
      _alternative 'commands:command:_slcheck_commands' 'files:file:_files'
    }

    _slcheck_beginnings() {
      compadd -S '' -- "$@"
    }

    _slcheck() {
      local curcontext=$curcontext state line word command= pending= ended=
      local -i i
      typeset -A opt_args

      # The first word that is neither an option nor the value of one may be a command.
      for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        if [[ -n $pending ]]; then
          pending=
          continue
        fi
        if [[ -z $ended ]]; then
          case $word in
            (--) ended=1; continue ;;
            (\(OptionTable.typedNamesWithValue.joined(separator: "|")))
              pending=1; continue ;;
            (-?*) continue ;;
          esac
        fi
        case $word in
          (\(Command.allCases.map(\.rawValue).joined(separator: "|"))) command=$word ;;
        esac
        break
      done

      case $command in
        ('')
          _arguments -s -S : \\
    \(specifications(of: .report, "'1: :_slcheck_first'"))
          ;;
    \(cases)
      esac
    }

    if [[ ${funcstack[1]} == _slcheck ]]; then
      _slcheck "$@"
    else
      compdef _slcheck slcheck
    fi

    """
  }

  private static var commands: String {
    Command.allCases.map { command in
      "    " + ShellText.quoted(command.rawValue + ":" + escaped(command.summary))
    }.joined(separator: "\n")
  }

  private static var cases: String {
    Command.allCases.map { command in
      let first = command.firstOperand
      let second = first == command.furtherOperands ? nil : argument("2", first, command)
      let operands = ["'1:command:(\(command.rawValue))'", second].compactMap(\.self)
      return """
            (\(command.rawValue))
              _arguments -s -S : \\
        \(specifications(of: command, operands.joined(separator: " ")))
              ;;
        """
    }.joined(separator: "\n")
  }

  /// The options and operands of a command as _arguments takes them, a line each.
  private static func specifications(of command: Command, _ first: String) -> String {
    let rest = argument("*", command.furtherOperands, command)
    let options = OptionTable.available(for: command).map(specification)
    return (options + [first, rest].compactMap(\.self))
      .map { "        " + $0 }.joined(separator: " \\\n")
  }

  private static func specification(_ entry: OptionEntry) -> String {
    let help = "[" + escaped(entry.help) + "]"
    let value = entry.choice.map { choice in
      ":" + escaped(entry.placeholder ?? "") + ":" + action(choice)
    }
    let name = entry.typedName + (value == nil ? "" : "=")
    guard let short = entry.short else {
      let repeats = entry.isRepeatable ? "*" : ""
      return ShellText.quoted(repeats + name + help + (value ?? ""))
    }
    let shortName = "-\(short)" + (value == nil ? "" : "+")
    return ShellText.quoted("(-\(short) \(entry.typedName))") + "{\(shortName),\(name)}"
      + ShellText.quoted(help + (value ?? ""))
  }

  private static func argument(
    _ place: String, _ choice: ValueChoice, _ command: Command
  ) -> String? {
    guard choice != .nothing else { return nil }
    let message = choice == .file ? "file" : escaped(command.operands)
    return ShellText.quoted("\(place):\(message):\(action(choice))")
  }

  private static func action(_ choice: ValueChoice) -> String {
    let words = choice.words.joined(separator: " ")
    return switch choice {
    case .words: "(\(words))"
    case .list: "_sequence compadd - \(words)"
    case .beginnings: "_slcheck_beginnings \(words)"
    case .file: "_files"
    case .folder: "_files -/"
    case .text, .nothing: " "
    }
  }

  /// Text within a specification, where colons and brackets have a meaning.
  private static func escaped(_ text: String) -> String {
    String(text.flatMap { ["\\", ":", "[", "]"].contains($0) ? ["\\", $0] : [$0] })
  }
}
