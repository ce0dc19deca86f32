/// The completions of bash, from version 3.2 on, which macOS has; without any other script.
///
/// The words of the line are put together again where bash cuts them, at = and at :, and
/// what is offered is cut again in the same way.
enum BashCompletions: Sendable {
  /// The script.
  static var text: String {
    """
    # bash completion of slcheck; written by: slcheck completions bash

    _slcheck() {
      local cur value word command='' pending='' ended='' list='' kind=file before='' drop='' i
      local operands=0
      local -a words
      words=()
      COMPREPLY=()
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#words[@]} > 0)) &&
          [[ $word == [=:]* || ${words[${#words[@]} - 1]} == *[=:] ]]; then
          words[${#words[@]} - 1]+=$word
        else
          words[${#words[@]}]=$word
        fi
      done
      cur=${words[${#words[@]} - 1]}

      # The first word that is neither an option nor the value of one may be a command.
      for ((i = 0; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        if [[ -n $pending ]]; then
          pending=''
          continue
        fi
        if [[ -z $ended ]]; then
          case $word in
            --) ended=1; continue ;;
            \(OptionTable.typedNamesWithValue.joined(separator: " | ")))
              pending=$word; continue ;;
            -?*) continue ;;
          esac
        fi
        if ((operands == 0)); then
          case $word in
            \(names.joined(separator: " | "))) command=$word ;;
          esac
        fi
        operands=$((operands + 1))
      done

      value=$cur
      if [[ -z $pending && -z $ended && $cur == --*=* ]]; then
        pending=${cur%%=*}
        value=${cur#*=}
        before=$pending=
      fi
      if [[ -n $pending ]]; then
        case ${command:-report}:$pending in
    \(values)
          *) kind=none ;;
        esac
      elif [[ -z $ended && $cur == -?* || $cur == - ]]; then
        kind=words
        case ${command:-report} in
    \(options)
        esac
      else
        case $command:$operands in
          :0) kind=both list=\(ShellText.quoted(names.joined(separator: " "))) ;;
    \(operands)
          *) kind=file ;;
        esac
      fi

      case $kind in
        words | both | stems) COMPREPLY=($(compgen -W "$list" -- "$value")) ;;
        list)
          word=${value##*,}
          COMPREPLY=($(compgen -P "${value%"$word"}" -W "$list" -- "$word"))
          ;;
      esac
      case $kind in
        stems) compopt -o nospace 2>/dev/null ;;
        file | both)
          if ((${#COMPREPLY[@]} == 0)); then
            # The shell knows best how names of files are written.
            compopt -o default 2>/dev/null && return
          fi
          while IFS= read -r word; do
            COMPREPLY[${#COMPREPLY[@]}]=$word
          done < <(compgen -f -- "$value")
          compopt -o filenames 2>/dev/null
          ;;
      esac
      if [[ $COMP_WORDBREAKS == *=* ]]; then
        drop=${cur%"${cur##*[=:]}"}
      fi
      for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
        word=$before${COMPREPLY[i]}
        COMPREPLY[i]=${word#"$drop"}
      done
    }

    complete -F _slcheck slcheck

    """
  }

  private static let names = Command.allCases.map(\.rawValue)

  /// What stands for the values of options: once where all commands have the same.
  private static var values: String {
    OptionName.allCases.flatMap { name -> [String] in
      var kinds: [(kind: String, commands: [String])] = []
      for command in Command.allCases {
        guard let entry = OptionTable.available(for: command).first(where: { $0.name == name }),
          let kind = entry.choice.map(kind)
        else { continue }
        if let index = kinds.firstIndex(where: { $0.kind == kind }) {
          kinds[index].commands.append(command.rawValue)
        } else {
          kinds.append((kind, [command.rawValue]))
        }
      }
      let entry = OptionTable.entry(for: name)
      let typed = [entry.typedName] + (entry.short.map { ["-\($0)"] } ?? [])
      return kinds.filter { $0.kind != "kind=none" }.map { kind, commands in
        let patterns = (kinds.count == 1 ? ["*"] : commands).flatMap { command in
          typed.map { "\(command):\($0)" }
        }
        return "      \(patterns.joined(separator: " | "))) \(kind) ;;"
      }
    }.joined(separator: "\n")
  }

  private static var options: String {
    Command.allCases.map { command in
      let list = OptionTable.available(for: command).flatMap { entry in
        (entry.short.map { ["-\($0)"] } ?? []) + [entry.typedName]
      }.joined(separator: " ")
      return "      \(command.rawValue)) list=\(ShellText.quoted(list)) ;;"
    }.joined(separator: "\n")
  }

  /// What stands for operands, where it is not a file: the command is one operand already.
  private static var operands: String {
    Command.allCases.flatMap { command in
      [(":1", command.firstOperand), (":*", command.furtherOperands)].filter { $0.1 != .file }.map {
        "      \(command.rawValue)\($0)) \(kind($1)) ;;"
      }
    }.joined(separator: "\n")
  }

  private static func kind(_ choice: ValueChoice) -> String {
    let list = " list=" + ShellText.quoted(choice.words.joined(separator: " "))
    return switch choice {
    case .words: "kind=words" + list
    case .list: "kind=list" + list
    case .beginnings: "kind=stems" + list
    case .file, .folder: "kind=file"
    case .text, .nothing: "kind=none"
    }
  }
}
