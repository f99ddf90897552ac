"""Two made-up reports that repeat themselves as news does, and another spelling for each of their names."""

from __future__ import annotations

FERRY = """\
Talks on the ferry line between Northport and Karvelagh ended on Friday without a treaty. Both sides called the \
meeting “useful”, and both said that the hardest questions were still open.

The mayor of Northport, Orlan Dareshyan, and the mayor of Karvelagh, Ilya Vostrikov, met for four hours in the \
old customs house. It was their third meeting this year. The two men shook hands for the cameras, and then they \
sent everybody out of the room.

“We have agreed that the line belongs to both towns,” Dareshyan told reporters after the meeting. “We have not \
agreed who pays for it.” He added that he would put the question to the town council before the end of the \
month.

Vostrikov spoke of progress too, but in other words. He said that Karvelagh recognised the old border of the \
harbour – the one drawn in 1974 – and that it expected Northport to do the same. “A border is not a wall,” he \
said. “It tells you where to stand when you talk.”

The ferry has not run since the spring, when the council of Northport closed its pier for repairs. Karvelagh \
says that the repairs are a pretext. Northport says that the pier is old, that its posts are rotten, and that \
nobody can be asked to walk on it.

About 3,000 people used the line every week before it was closed. Most of them lived in Karvelagh and worked in \
Northport. They now take the bus around the bay, which needs an hour and a half where the ferry needed twenty \
minutes.

The region's governor, Maren Tollgate, had invited the two mayors. Her office published a short statement in the \
evening. It says that the parties will refrain from one-sided steps, that experts will look at the pier, and \
that the next meeting will take place in Karvelagh. The statement does not mention money.

Before the meeting the governor had seen each of the two mayors alone. What she told them is not known. A member \
of her staff, who asked not to be named, said that she had proposed a loan – “a small one, and a long one” – and \
that neither of the mayors had said no.

The opposition in Northport was not impressed. Its leader, Sanna Merrow, called the meeting “a photograph with \
coffee”. She said that Dareshyan had given away the western half of the harbour, and that the town would never \
see it again. The mayor's party answered that the western half of the harbour had not been in use for thirty \
years.

In Karvelagh several hundred people gathered on the quay with lamps and thermos flasks. They wanted the ferry \
back, one of them said, and did not care whose flag it flew. A teacher from the upper town, Tovmas Grigoran, \
said that his pupils had stopped visiting their grandparents on the other side.

The dispute is older than the ferry. The two towns were one until 1931, when the railway was built on the \
northern shore and the customs house was moved. Since then they have gone to court eleven times over the \
harbour. Northport won six of the cases, Karvelagh won five, and both towns still have the lawyers' bills."""

PIER = """\
The council of Northport has voted to open its pier to the ferry from Karvelagh again. The vote on Tuesday night \
was close: nine members said yes, eight said no, and one was at sea.

The decision comes two months after the mayors of the two towns met in the old customs house. At that meeting \
Orlan Dareshyan of Northport and Ilya Vostrikov of Karvelagh had agreed that the line belongs to both towns. \
They had not agreed who pays for it.

Now they have. Northport will repair the pier, Karvelagh will buy the new boat, and the governor's loan covers \
what is left over. The loan runs for twenty-five years. “It is small, and it is long,” Dareshyan told the \
council. “Our children will pay the last of it, and they will have had a ferry all that time.”

Sanna Merrow, who leads the opposition, voted against it. She said that the council had bought a pier that it \
already owned. She also read out a letter from 1974, in which the then mayor of Karvelagh called the border of \
the harbour “a line on wet paper”. There was laughter in the hall, and then there was a long silence.

Vostrikov welcomed the vote in a short message. He thanked the governor, Maren Tollgate, and the people on the \
quay – “the ones with the lamps”. He did not mention the western half of the harbour. His office said later that \
nothing had changed about it, and that Karvelagh recognised the old border of the harbour as before.

The first boat is expected in May. It will carry sixty people and no cars. Until then the bus around the bay \
will run every half hour instead of every hour, and those who work on the other side will travel free of charge \
in the morning.

Not everybody in Karvelagh is content. The boat builders of the lower town had hoped for the order, but it went \
to a yard in another country. “They recognise our border and forget our shipyard,” said Tovmas Grigoran, a \
teacher, whose brother builds boats. The town says that the local yards had asked for twice the price.

About 3,000 people used the line every week before it was closed in the spring. The council of Northport had \
closed the pier for repairs. Experts sent by the governor found in the autumn that the posts were rotten indeed, \
but that four of them would have been enough to keep the pier open.

The report of the experts has forty pages. It says that the repairs will need nine weeks if the winter is mild. \
It also says, in a footnote, that the pier stands eleven metres west of the border that was drawn in 1974. \
Neither of the towns has commented on the footnote.

Tollgate said that she was glad of the result, and tired. She had seen each of the two mayors alone eleven times \
since the summer, she told reporters. Asked what she had said to them, she answered that she had mostly \
listened. “They know the harbour better than I do,” she said. “I only know how deep it is.”

The two towns were one until 1931. Since then they have gone to court eleven times over the harbour, and no \
judge has ever been asked about a ferry. The next meeting of the two mayors will take place on the boat."""

BOTH = FERRY + "\n\n" + PIER

#: each name in another spelling, as other papers print it
SPELLINGS = {
    "Dareshyan": "Dareshian",
    "Karvelagh": "Karvelakh",
    "Vostrikov": "Wostrikow",
    "Tovmas": "Tovmass",
    "Grigoran": "Krikoran",
    "recognise": "recognize",
    "Northport": "North Port",
}

#: sentences that somebody adds
ADDED = (
    "A spokesman declined to say more.",
    "The figure could not be checked independently.",
    "Several newspapers had reported this a day earlier, citing people close to the talks.",
    "It was the first time that anybody had said so in public.",
    "Neither side has answered a request for comment.",
    "Ships from the southern bay had been sent away the week before.",
)

#: words that somebody puts in, or in place of others
WORDS = (
    *("again", "also", "later", "perhaps", "however", "reportedly", "quickly", "slowly", "newly", "former", "senior"),
    *("local", "several", "many", "few", "early", "late", "member", "office", "session", "paper", "statement", "visit"),
    *("weather", "signal", "letter", "answer", "offer", "bridge", "market", "river", "winter"),
)
