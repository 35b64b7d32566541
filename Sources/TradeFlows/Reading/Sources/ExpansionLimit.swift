/// How far compressed bytes may expand: what no honest table does and every bomb has to.
///
/// Trade statistics shrink to a tenth or a thirtieth, very regular ones to a hundredth. A limit on
/// the ratio leaves files of any size readable, as they are streamed and not held in memory; it
/// holds from 256 MiB on, below which nothing is endangered.
package struct ExpansionLimit: Equatable, Sendable {
  /// So many bytes may come out whatever went in.
  package var bytes: Int
  /// So many times more than went in may come out.
  package var ratio: Int

  package init(bytes: Int = 256 << 20, ratio: Int = 1000) {
    (self.bytes, self.ratio) = (bytes, ratio)
  }

  var mebibytes: Int { bytes >> 20 }

  /// Complains where `read` compressed bytes became too many.
  func check(read: Int, made: Int) throws(InputFault) {
    guard made > bytes, made / ratio > read else { return }
    throw .expansion(self)
  }
}
