namespace FmeTyped.Mutants.Tests;

public class ReportTests
{
    [Fact]
    public void The_score_counts_what_compiled_and_the_survivors_are_listed_in_the_order_of_the_files()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        Report.Write(
            writer,
            "json",
            sampled: 6,
            [
                (Mutant("B.cs", 7, "||", "&&"), Outcome.Survived),
                (Mutant("A.cs", 9, "a\n    .B();", ""), Outcome.Survived),
                (Mutant("A.cs", 1, "1", "2"), Outcome.Killed),
                (Mutant("A.cs", 2, "1", "2"), Outcome.TimedOut),
                (Mutant("A.cs", 3, "1", "2"), Outcome.NotCompiled),
            ],
            file => $"Json/{file}");

        Assert.Equal(
            """
            ### json

            2 of 4 killed (50.0 %); 1 of them by the time limit.
            Time was up: 1 mutants of the sample were not begun.

            | survivor | before | after | why |
            |---|---|---|---|
            | Json/A.cs:9 | `a .B();` | nothing | |
            | Json/B.cs:7 | `\|\|` | `&&` | |


            """,
            writer.ToString());
    }

    private static Mutant Mutant(string file, int line, string before, string after) => new(file, new(line, before.Length), line, before, after);
}
