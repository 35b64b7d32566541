import Testing

@testable import CorridorCommand

@Suite struct CommandReferenceTests {
  @Test func `reads options, arguments and what they do from a help text`() {
    let options = CommandReference.options(
      in: """
        Usage: corridor x

          -o, --output FILE     write a file, whole
                                or not at all
          --from, --until       first and last period
          --partners each|world which kind
          --quiet               says nothing

          DATA                  no option
        """)
    #expect(
      options == [
        .init(
          names: ["-o", "--output"], argument: "FILE", text: "write a file, whole or not at all"),
        .init(names: ["--from"], argument: "VALUE", text: "first and last period"),
        .init(names: ["--until"], argument: "VALUE", text: "first and last period"),
        .init(names: ["--partners"], argument: "each|world", text: "which kind"),
        .init(names: ["--quiet"], argument: "", text: "says nothing"),
      ])
  }

  @Test(arguments: Program.commands.map { $0.name })
  func `every command has the options of output`(name: String) throws {
    let command = try #require(CommandReference.all.first { $0.name == name })
    let names = Set(command.options.flatMap(\.names))
    #expect(names.isSuperset(of: ["--format", "-o", "--output", "--ascii", "-q", "--quiet"]))
    #expect(command.options.allSatisfy { !$0.text.isEmpty }, "\(command.options)")
  }
}
