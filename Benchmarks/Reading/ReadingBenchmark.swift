@main
enum ReadingBenchmark {
    static func main() {}
}
