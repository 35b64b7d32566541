import Testing
import TradeNumerics

@Suite struct MatrixTests {
  private let matrix = Matrix(columns: [[1, 2, 3], [4, 5, 6]])

  @Test func `holds its columns one after the other`() {
    #expect(matrix.rows == 3)
    #expect(matrix.columns == 2)
    #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
  }

  @Test func `reads an element by row and column`() {
    #expect(matrix[0, 1] == 4)
    #expect(matrix[2, 0] == 3)
  }

  @Test func `writes one element and no other`() {
    var changed = matrix
    changed[1, 1] = -5
    #expect(changed.elements == [1, 2, 3, 4, -5, 6])
  }

  @Test func `gives a column`() {
    #expect(matrix.column(0) == [1, 2, 3])
    #expect(matrix.column(1) == [4, 5, 6])
  }

  @Test func `selects columns in the order asked for`() {
    let wide = Matrix(columns: [[1, 2], [3, 4], [5, 6]])
    #expect(wide.selecting(columns: [2, 0]) == Matrix(columns: [[5, 6], [1, 2]]))
    #expect(wide.selecting(columns: []).columns == 0)
  }

  @Test func `begins with zeros`() {
    #expect(Matrix(rows: 2, columns: 3) == Matrix(columns: [[0, 0], [0, 0], [0, 0]]))
  }
}
