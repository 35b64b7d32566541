import Corridor

/// Completions for shells, written from the help of the commands.
///
///     corridor --completions bash > /etc/bash_completion.d/corridor
enum Completions: String, CaseIterable {
  case bash
  case zsh
  case fish

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  /// What may stand where a command is expected.
  private static var commands: [String] { CommandReference.all.map(\.name) + ["help"] }

  /// What may stand where data are expected, beside files.
  private static func words(for command: String) -> [String] {
    switch command {
    case "index": TradeIndex.all.map(\.name)
    case "help": CommandReference.all.map(\.name) + HelpTopic.allCases.map(\.rawValue)
    case "totals", "check", "convert", "codes": []
    default: CatalogueEntry.all.map(\.name)
    }
  }

  // MARK: bash

  private static var bashText: String {
    let cases = CommandReference.all.map { command in
      let options = command.options.flatMap(\.names).joined(separator: " ")
      let choices = command.options.filter { !$0.choices.isEmpty }.map { option in
        "        \(option.names.joined(separator: "|"))) words='\(option.choices.joined(separator: " "))' ;;"
      }
      let files = command.options.filter(\.takesFile).flatMap(\.names)
      let fileCase = files.isEmpty ? [] : ["        \(files.joined(separator: "|"))) files=1 ;;"]
      return """
            \(command.name))
              case $before in
        \((choices + fileCase).joined(separator: "\n"))
                *) words='\(([options] + words(for: command.name)).joined(separator: " "))' files=1 ;;
              esac ;;
        """
    }
    return """
      # Completions of corridor for bash.
      _corridor() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words='' files=''
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W '\(commands.joined(separator: " "))' -- "$word"))
          return
        fi
        case ${COMP_WORDS[1]} in
      \(cases.joined(separator: "\n"))
          help) words='\(words(for: "help").joined(separator: " "))' ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        if [ -n "$files" ]; then COMPREPLY+=($(compgen -f -- "$word")); fi
      }
      complete -o filenames -F _corridor corridor

      """
  }

  // MARK: zsh

  private static var zshText: String {
    let list = CommandReference.all.map { "    '\($0.name):\(zshQuoted($0.summary))'" }
    let cases = CommandReference.all.map { command in
      let options = command.options.flatMap { option in
        option.names.map { name in
          let action =
            option.argument.isEmpty
            ? ""
            : option.choices.isEmpty
              ? ":value:_files" : ":value:(\(option.choices.joined(separator: " ")))"
          return "        '\(name)[\(zshQuoted(option.text))]\(action)' \\"
        }
      }
      let data = words(for: command.name).joined(separator: " ")
      return """
            \(command.name))
              _arguments \\
        \(options.joined(separator: "\n"))
                '*:data:_alternative "files:file:_files" "sets:built-in set:(\(data))"' ;;
        """
    }
    return """
      #compdef corridor
      # Completions of corridor for zsh.
      _corridor() {
        local -a commands
        commands=(
      \(list.joined(separator: "\n"))
          'help:help on a command or a topic'
        )
        if (( CURRENT == 2 )); then
          _describe 'command' commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases.joined(separator: "\n"))
          help) _values 'topic' \(words(for: "help").joined(separator: " ")) ;;
        esac
      }
      _corridor "$@"

      """
  }

  /// Text inside an item of `_arguments`, between apostrophes.
  private static func zshQuoted(_ text: String) -> String {
    text.replacing("'", with: "").replacing("[", with: "(").replacing("]", with: ")")
      .replacing(":", with: " -")
  }

  // MARK: fish

  private static var fishText: String {
    var lines = [
      "# Completions of corridor for fish.",
      "complete -c corridor -n __fish_use_subcommand -f -a help -d 'help on a command or a topic'",
    ]
    for command in CommandReference.all {
      let here = "complete -c corridor -n '__fish_seen_subcommand_from \(command.name)'"
      lines.append(
        "complete -c corridor -n __fish_use_subcommand -f -a \(command.name) -d '\(fishQuoted(command.summary))'"
      )
      for word in words(for: command.name) { lines.append("\(here) -a '\(word)'") }
      for option in command.options {
        let names = option.names.map {
          $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())"
        }
        let values =
          option.argument.isEmpty
          ? ""
          : option.choices.isEmpty ? " -r" : " -x -a '\(option.choices.joined(separator: " "))'"
        lines.append(
          "\(here) \(names.joined(separator: " "))\(values) -d '\(fishQuoted(option.text))'")
      }
    }
    lines.append(
      "complete -c corridor -n '__fish_seen_subcommand_from help' -f -a '\(words(for: "help").joined(separator: " "))'"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishQuoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
