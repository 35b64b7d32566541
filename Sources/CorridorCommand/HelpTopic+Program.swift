import Corridor

/// Help on what all commands have in common: units and exit codes.
extension HelpTopic {
  static var unitsText: String {
    """
    Units

    Built-in values are in USD million. Files of trade flows say their unit, or their
    form does: UN Comtrade has whole US dollars, BACI and WITS thousands. A unit that
    a file does not say is never guessed; results have none then, and say so.

      --unit 'USD thousand'   what the values of a file are, where it does not say,
                              and what results are shown in, where it does
      --unit 'EUR million'    another currency is another unit: nothing is converted
                              from one to the other

    A scale is one of thousand, million, billion behind the name. In CSV and JSON
    numbers have full precision in the unit of the result; convert and totals write
    whole units of the currency.

    """
  }

  static var exitCodesText: String {
    """
    Exit codes

        0  done
        1  the data cannot be used, a file cannot be written, or check found faults
        2  the command line cannot be understood; nothing was read or written
      130  interrupted by Ctrl-C; no half file is left (143 and 129 for other signals)

    Results go to standard output, or with -o to a file that appears whole or not at
    all; everything else goes to standard error.

    """
  }
}
