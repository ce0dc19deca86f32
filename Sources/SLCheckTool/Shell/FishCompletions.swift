/// The completions of fish, from version 3.0 on.
enum FishCompletions: Sendable {
  /// The script.
  static var text: String {
    """
    # fish completion of slcheck; written by: slcheck completions fish

    function __slcheck_operands --description 'The words before the cursor that are no options'
      set -l pending 0
      set -l ended 0
      for word in (commandline -opc)[2..-1]
        if test $pending -eq 1
          set pending 0
          continue
        end
        if test $ended -eq 0
          switch $word
            case --
              set ended 1
              continue
            case \(OptionTable.typedNamesWithValue.joined(separator: " "))
              set pending 1
              continue
            case '-?*'
              continue
          end
        end
        echo $word
      end
    end

    function __slcheck_is --description 'Whether the command of the line is one of these'
      set -l operands (__slcheck_operands)
      if not contains -- "$operands[1]" \(names)
        set operands report
      end
      contains -- $operands[1] $argv
    end

    function __slcheck_begins --description 'Whether one of these is all that stands there'
      set -l operands (__slcheck_operands)
      test (count $operands) -eq 1; and contains -- $operands[1] $argv
    end

    function __slcheck_is_empty --description 'Whether no operand stands there'
      test (count (__slcheck_operands)) -eq 0
    end

    complete -c slcheck -f
    \(lines.joined(separator: "\n"))

    """
  }

  private static let names = Command.allCases.map(\.rawValue).joined(separator: " ")

  private static var lines: [String] {
    commands + operands + OptionName.allCases.flatMap(options)
  }

  private static var commands: [String] {
    Command.allCases.map { command in
      "complete -c slcheck -n __slcheck_is_empty -a \(command.rawValue) -d \(quoted(command.summary))"
    } + ["complete -c slcheck -n __slcheck_is_empty -F"]
  }

  private static var operands: [String] {
    var lines: [String] = []
    for command in Command.allCases where command.firstOperand != .file {
      let words = command.firstOperand.words.joined(separator: " ")
      if words.isEmpty { continue }
      lines.append(
        "complete -c slcheck -n '__slcheck_begins \(command.rawValue)' -a \(quoted(words))")
    }
    let readers = Command.allCases.filter { $0.furtherOperands == .file }.map(\.rawValue)
    lines.append(
      "complete -c slcheck -n '__slcheck_is \(readers.joined(separator: " "))' -F")
    return lines
  }

  /// The lines of an option: one for all commands that word it alike.
  private static func options(_ name: OptionName) -> [String] {
    var groups: [(line: String, commands: [String])] = []
    for command in Command.allCases {
      guard let entry = OptionTable.available(for: command).first(where: { $0.name == name })
      else { continue }
      let line = words(of: entry)
      if let index = groups.firstIndex(where: { $0.line == line }) {
        groups[index].commands.append(command.rawValue)
      } else {
        groups.append((line, [command.rawValue]))
      }
    }
    return groups.map { line, commands in
      let condition =
        commands.count == Command.allCases.count
        ? "" : " -n '__slcheck_is \(commands.joined(separator: " "))'"
      return "complete -c slcheck\(condition) \(line)"
    }
  }

  private static func words(of entry: OptionEntry) -> String {
    var line = (entry.short.map { "-s \($0) " } ?? "") + "-l \(entry.name.rawValue)"
    if let choice = entry.choice {
      let words = choice.words.joined(separator: " ")
      switch choice {
      case .words, .beginnings: line += " -x -a \(quoted(words))"
      case .list:
        line += " -x -a " + quoted("(__fish_complete_list , 'printf \"%s\\n\" \(words)')")
      case .file: line += " -r -F"
      case .folder: line += " -x -a '(__fish_complete_directories)'"
      case .text, .nothing: line += " -x"
      }
    }
    return line + " -d \(quoted(entry.help))"
  }

  /// Puts text between single quotes as fish reads it.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
