namespace FmeTyped.Benchmarks.Tables;
internal static class StartTable { public static Task PrintAsync() => Task.CompletedTask; }
