namespace FmeTyped.Benchmarks.Tables;
internal static class BatchTable { public static Task PrintAsync() => Task.CompletedTask; }
